<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  <field name="radius">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="population">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="0" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="area_km2">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="0" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="total_shift">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="largest_shift">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="proposed">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Yes" type="QString" value="1" />
       </Option>
       <Option type="Map">
        <Option name="No" type="QString" value="0" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="radius" index="0" name="Radius, degrees" />
  <alias field="population" index="1" name="Population" />
  <alias field="area_km2" index="2" name="Area, km²" />
  <alias field="total_shift" index="3" name="Shift of the total population, %" />
  <alias field="largest_shift" index="4" name="Largest shift of one cluster, %" />
  <alias field="most_shifted" index="5" name="Cluster that shifts most" />
  <alias field="ranks_changed" index="6" name="Clusters with another rank" />
  <alias field="largest_rank_change" index="7" name="Largest change of rank" />
  <alias field="proposed" index="8" name="Shifts least" />
 </aliases>
</qgis>
