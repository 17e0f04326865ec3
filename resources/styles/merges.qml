<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  <field name="outcome">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Merged" type="QString" value="merged" />
       </Option>
       <Option type="Map">
        <Option name="No shared records" type="QString" value="untied" />
       </Option>
       <Option type="Map">
        <Option name="Tied as much with another cluster" type="QString" value="other_cluster" />
       </Option>
       <Option type="Map">
        <Option name="Tied as much with noise" type="QString" value="noise" />
       </Option>
       <Option type="Map">
        <Option name="Switched off" type="QString" value="switched_off" />
       </Option>
       <Option type="Map">
        <Option name="Chain, left apart" type="QString" value="chain" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="distance_m">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="0" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="records">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="0" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="fractional">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="pairs">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="0" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="strength">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="4" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="other_strength">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="4" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="noise_strength">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="4" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="into_other_strength">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="4" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="into_noise_strength">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="4" />
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="cluster_id" index="0" name="Smaller cluster" />
  <alias field="into_id" index="1" name="Larger cluster" />
  <alias field="outcome" index="2" name="Outcome" />
  <alias field="chain" index="3" name="Chain" />
  <alias field="distance_m" index="4" name="Distance of the edges, m" />
  <alias field="records" index="5" name="Shared records" />
  <alias field="fractional" index="6" name="Shared records, fractional" />
  <alias field="pairs" index="7" name="Pairs of addresses" />
  <alias field="strength" index="8" name="Strength, % of all ties" />
  <alias field="other_id" index="9" name="Smaller: strongest other cluster" />
  <alias field="other_strength" index="10" name="Smaller: strength with it, %" />
  <alias field="noise_strength" index="11" name="Smaller: strength with noise, %" />
  <alias field="into_other_id" index="12" name="Larger: strongest other cluster" />
  <alias field="into_other_strength" index="13" name="Larger: strength with it, %" />
  <alias field="into_noise_strength" index="14" name="Larger: strength with noise, %" />
 </aliases>
</qgis>
