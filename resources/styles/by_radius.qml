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
  <field name="intensity">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="population_change">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="cluster" index="0" name="Cluster" />
  <alias field="radius" index="1" name="Radius, degrees" />
  <alias field="population" index="2" name="Population" />
  <alias field="area_km2" index="3" name="Area, km²" />
  <alias field="intensity" index="4" name="Intensity (score per million people)" />
  <alias field="intensity_rank" index="5" name="Intensity rank" />
  <alias field="population_change" index="6" name="Population against the radius in use, %" />
  <alias field="rank_change" index="7" name="Ranks gained against the radius in use" />
 </aliases>
</qgis>
